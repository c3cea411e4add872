-- Sends the lines of a file as requests: wrk … -- FILE FIRST COUNT STATUS COOKIE
-- A line is "METHOD PATH" or "METHOD PATH BODY". FIRST and COUNT choose lines; at their end it
-- starts over and says so. An answer with any other status than STATUS is counted as wrong.

local thread

function setup(started)
  thread = started
end

function init(arguments)
  local file, first, count = arguments[1], tonumber(arguments[2]), tonumber(arguments[3])
  requests, sent, wrong, status = {}, 0, 0, tonumber(arguments[4])
  local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
  if arguments[5] ~= "" then
    headers["Cookie"] = arguments[5]
  end
  local number = 0
  for line in io.lines(file) do
    number = number + 1
    if number > first and number <= first + count then
      local method, path, body = line:match("^(%S+) (%S+) ?(.*)$")
      requests[#requests + 1] = wrk.format(method, path, headers, body)
    end
  end
end

function request()
  sent = sent + 1
  return requests[(sent - 1) % #requests + 1]
end

function response(seen)
  if seen ~= status then
    wrong = wrong + 1
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '\nRESULT {"answered": %d, "seconds": %f, "p50": %f, "p99": %f, "sent": %d, "wrong": %d, "broken": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, thread:get("sent"), thread:get("wrong"),
    errors.connect + errors.read + errors.write + errors.timeout
  ))
end
