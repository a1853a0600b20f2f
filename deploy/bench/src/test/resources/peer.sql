-- The month's tallies as an analyst would write them in DuckDB: edition 2.0, default readings, local times without offset, no night of a clock
-- change. Tables: l(line, unit, utype, measured), a unit being a branch's parent; holidays(day), the eves included.
with raw as (select * from read_csv('${file}', header = true, all_varchar = true)),
x as (select r.id, l.unit, l.utype, l.measured, channel, kind, coalesce(origin,'') origin, coalesce(caller,'') caller, contact, problem,
  createdAt::timestamp ts, createdAt[1:10]::date d, answeredAt[1:10]::date ad, answeredAt::timestamp ats, doneAt[1:10]::date dd,
  list_count(list_filter(string_split(coalesce(attempts,''),' '), a -> a[1:10] = createdAt[1:10])) tries,
  (offeredSameDay = 'true' and chosenDate > createdAt[1:10]) pvv, cancelledAt::timestamp ca, cancelledBy
  from raw r join l on l.line = r.line where l.utype <> 'annan-vardniva'),
p as (select *, case
   when dayofweek(d) in (0,6) or d in (select day from holidays) then 'P-X1' when not measured then 'P-X2' when kind='voicemail' then 'P-X3' when kind='video' then 'P-X4'
   when origin='staff' then 'P-X5' when caller in ('colleague','provider','municipality') then 'P-X6' when kind='forwarded' then 'P-X7' when kind='closed' and origin='web' then 'P-X8'
   when kind='closed' and not (ts::time between time '08:00:00' and time '17:00:00') then 'P-X9' when kind='aborted' then 'P-X10' when kind='callback' and coalesce(pvv,false) then 'P-X11' end ex,
   kind in ('callback','queue') iscase, (ad = d) or (kind='callback' and (tries >= 1 or (dd = d and coalesce(contact,'')=''))) done, coalesce(nullif(contact,''), '#'||id) who
   from x where channel='phone'),
g as (select unit, d, who, bool_or(ex is null and iscase) hascase, bool_or(ex is null and iscase and coalesce(done,false)) hit, bool_or(ex is null and not iscase) blocked, bool_or(coalesce(ex='P-X11',false)) chose from p group by all),
pt as (select unit, d, 'phone' channel, count(*) filter (hit) hits, count(*) filter (hascase or (blocked and not chose)) counted from g group by all),
k as (select unit, d, case when coalesce(contact,'')='' then '#'||id else contact end who, coalesce(problem,'') pr, bool_or(coalesce(ad = d,false)) hit from x where channel='chat'
   and kind <> 'bot' and origin <> 'staff' and not (coalesce(cancelledBy,'')='patient' and ca is not null and (ats is null or ca < ats)) and not (coalesce(pvv,false) and ad is distinct from d) group by all),
ct as (select unit, d, 'chat' channel, count(*) filter (hit) hits, count(*) counted from k group by all)
select unit, d::varchar date, channel, hits::int hits, counted::int counted from (select * from pt union all select * from ct) where counted > 0 order by 1,2,3;
