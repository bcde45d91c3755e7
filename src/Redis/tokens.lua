-- One hash for each limit: tokens, the time they were counted at, and the time until which the server has closed it. The clock is the
-- server's own, in milliseconds, so that the clocks of the processes do not matter.
-- KEYS: the limits. ARGV: 'take' or 'close', the wait in milliseconds (close), then for each limit: quota, window in milliseconds, tokens
-- that the process believes in at most. Returns the milliseconds to wait, as a text; '0' means that a token of each was taken.
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local wait = 0
local left = {}

for index, key in ipairs(KEYS) do
  local quota, window, known = tonumber(ARGV[3 * index]), tonumber(ARGV[3 * index + 1]), tonumber(ARGV[3 * index + 2])
  local kept = redis.call('HMGET', key, 'tokens', 'at', 'closed')
  local tokens, closed = tonumber(kept[1]) or known, tonumber(kept[3]) or 0
  if kept[2] then
    tokens = math.min(quota, tokens + math.max(0, now - tonumber(kept[2])) * quota / window)
  end

  -- What the process has heard from the server bounds it: calls that were sent before anybody knew the limit are counted nowhere else.
  tokens = math.min(tokens, known)

  if ARGV[1] == 'close' then
    tokens, closed = 1 - tonumber(ARGV[2]) * quota / window, now + tonumber(ARGV[2])
  elseif closed > now then
    wait = math.max(wait, closed - now)
  elseif tokens < 1 then
    wait = math.max(wait, (1 - tokens) * window / quota)
  end

  left[index] = { tokens, closed, window }
end

for index, key in ipairs(KEYS) do
  local tokens = left[index][1]
  if ARGV[1] == 'take' and wait == 0 then
    tokens = tokens - 1
  end

  redis.call('HSET', key, 'tokens', tostring(tokens), 'at', tostring(now), 'closed', tostring(left[index][2]))
  redis.call('PEXPIRE', key, math.ceil(math.max(left[index][3], left[index][2] - now) * 2) + 1000)
end

return tostring(math.ceil(wait * 1000) / 1000)
