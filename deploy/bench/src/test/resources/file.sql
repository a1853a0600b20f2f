-- The file as the rules of rules.sql want it. Its times are local Swedish time and none lies in the night that the clock changes.
CREATE MACRO day_of(t) AS CAST(t AS DATE);
CREATE MACRO time_of(t) AS CAST(t AS TIME);
CREATE TABLE holidays (day DATE, eve BOOLEAN);
CREATE TABLE units AS
    SELECT 'SE2321000214-E' || lpad(CAST(range AS TEXT), 12, '0') AS id, 'vardcentral' AS type, CAST(NULL AS TEXT) AS parent,
           DATE '0001-01-01' AS validFrom, DATE '9999-12-31' AS validTo
    FROM range(${units});
CREATE TABLE lines AS
    SELECT kind || '-' || range AS id, 'SE2321000214-E' || lpad(CAST(range AS TEXT), 12, '0') AS unit, kind,
           false AS underMain, kind <> 'chat' AS automatic, DATE '0001-01-01' AS validFrom, DATE '9999-12-31' AS validTo
    FROM range(${units}), (VALUES ('main'), ('menu'), ('chat')) AS kinds(kind);
CREATE VIEW contacts AS
    SELECT * REPLACE (list_transform(string_split(attempts, ' '), lambda attempt: CAST(attempt AS TIMESTAMP)) AS attempts,
                      coalesce(origin, 'patient') AS origin, coalesce(caller, 'patient') AS caller)
    FROM read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"', nullstr = '', columns = {
        id: 'TEXT', line: 'TEXT', channel: 'TEXT', kind: 'TEXT', origin: 'TEXT', caller: 'TEXT', contact: 'TEXT', problem: 'TEXT',
        createdAt: 'TIMESTAMP', answeredAt: 'TIMESTAMP', attempts: 'TEXT', doneAt: 'TIMESTAMP', offeredSameDay: 'BOOLEAN', chosenDate: 'DATE',
        cancelledAt: 'TIMESTAMP', cancelledBy: 'TEXT', firstLine: 'TEXT'})
