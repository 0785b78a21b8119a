// For processes that stand behind pods: the names of Services, which the resolver of a cluster would know.
import dns from 'node:dns';

const services = JSON.parse(process.env.SERVICES);
const { lookup } = dns;

dns.lookup = (name, options, callback) => {
  const address = services[name];
  if (address === undefined) return lookup(name, options, callback);
  if (options.all) return callback(null, [{ address, family: 4 }]);
  return callback(null, address, 4);
};
