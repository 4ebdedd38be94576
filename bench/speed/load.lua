-- A round of load by wrk: wrk -t1 … -s load.lua ADDRESS -- FILE once|again [NAME VALUE]
-- FILE has a path a line. `again` begins anew at its end; `once` stops there, so that no path is asked for twice.

local ffi = require('ffi')
ffi.cdef [[
  typedef struct { long seconds; long microseconds; } moment;
  int gettimeofday(moment *now, void *zone);
]]

local function now()
  local moment = ffi.new('moment')
  ffi.C.gettimeofday(moment, nil)
  return tonumber(moment.seconds) + tonumber(moment.microseconds) / 1e6
end

local thread
function setup(it) thread = it end

local requests, index, isOnce = {}, 0, false

function init(args)
  if args[3] then wrk.headers[args[3]] = args[4] end
  isOnce = args[2] == 'once'
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format('GET', path) end
end

-- Read by done() in another state of Lua, so these two are global.
started, ended = 0, 0

function request()
  if started == 0 then started = now() end
  index = index + 1
  if index > #requests then
    if isOnce then
      if ended == 0 then ended = now() end
      wrk.thread:stop()
    end
    index = 1
  end
  return requests[index]
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  local started, ended = thread:get('started'), thread:get('ended')
  -- wrk itself waits until the time is over.
  if ended > 0 then seconds = ended - started end
  local errors = summary.errors
  print(string.format(
    'outcome {"answers":%d,"seconds":%.6f,"bytes":%d,"failed":%d,"median":%.3f,"p99":%.3f}',
    summary.requests, seconds, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
