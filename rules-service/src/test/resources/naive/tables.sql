-- Times are instants; the clock is Stockholm's.
CREATE MACRO day_of(t) AS CAST(timezone('Europe/Stockholm', t) AS DATE);
CREATE MACRO time_of(t) AS CAST(timezone('Europe/Stockholm', t) AS TIME);
CREATE TABLE holidays (day DATE, eve BOOLEAN);
CREATE TABLE units (id TEXT, type TEXT, parent TEXT, validFrom DATE, validTo DATE);
CREATE TABLE lines (id TEXT, unit TEXT, kind TEXT, underMain BOOLEAN, automatic BOOLEAN, validFrom DATE, validTo DATE);
CREATE TABLE contacts (
    id TEXT, line TEXT, channel TEXT, kind TEXT, origin TEXT, caller TEXT, contact TEXT, problem TEXT, createdAt TIMESTAMPTZ, answeredAt TIMESTAMPTZ,
    attempts TIMESTAMPTZ[], doneAt TIMESTAMPTZ, offeredSameDay BOOLEAN, chosenDate DATE, cancelledAt TIMESTAMPTZ, cancelledBy TEXT, firstLine TEXT);
