-- How wrk sends what pages send. Arguments: the method, and for POST the first 24 characters of the command ids.
local prefix
local sent = 0

local function post()
  sent = sent + 1
  return wrk.format('POST', nil, nil, string.format('commandId=%s%012x&title=Buy+milk+and+bread+%d', prefix, sent, sent))
end

function init(arguments)
  if arguments[1] == 'POST' then
    prefix = arguments[2]
    wrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'
    wrk.headers['Sec-Fetch-Site'] = 'same-origin'
    request = post
  end
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  local form = '{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"failed":%d}\n'
  io.stderr:write(form:format(summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
