import { join } from 'node:path';
import { standIn } from '../concourse/stand-in.mjs';

/** The container that stands for the pods of a Deployment, or of a Job. */
const KUBECTL = `
[[ $1 == exec ]] || { echo "This check knows no kubectl $1" >&2; exit 64; }
shift
input=() name=
while [[ $1 != -- ]]; do
  case $1 in
    --namespace | --container) shift ;;
    --stdin | -i) input=(--interactive) ;;
    deployment/* | job/*) name=\${1#*/} ;;
    *) echo "This check knows no $1 of kubectl exec" >&2; exit 64 ;;
  esac
  shift
done
shift
exec docker exec "\${input[@]}" "$name" "$@"`;

const K3S = `
[[ $* == 'ctr images import -' ]] || { echo "This check knows no k3s $*" >&2; exit 64; }
exec docker load`;

/** A PATH with programs for what is not here: a cluster, k3s, sudo. */
export function standInPath(scratch, env) {
  const folder = join(scratch, 'stand-ins');
  standIn(folder, 'kubectl', KUBECTL);
  standIn(folder, 'k3s', K3S);
  return standIn(folder, 'sudo', 'exec "$@"').path(env);
}
