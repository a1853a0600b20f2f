-- The measurement rules a second time, written straight from their text and as plainly as SQL allows, with nothing of the service's own
-- structure. A mark "since X" is true if edition X or a later one is asked for; any other mark is a reading. day_of and time_of are by the
-- clock in Stockholm. What comes out: one row per contact that a unit has, with its disposition.
WITH
-- S-4: a branch's line is the unit's that it belongs to, and of that unit's type. A line is in force when it and its unit are.
placeable AS (
    SELECT d.day, l.id AS line,
           l.kind = 'chat' OR l.automatic AND (l.kind <> 'direct' OR l.underMain) AS measured,
           CASE WHEN ${since 1.7} THEN coalesce(p.id, u.id) ELSE u.id END AS unit,
           CASE WHEN ${since 1.7} THEN coalesce(p.type, u.type) ELSE u.type END AS type
    FROM (SELECT DISTINCT day_of(createdAt) AS day FROM contacts) d
    JOIN lines l ON d.day BETWEEN l.validFrom AND l.validTo
    JOIN units u ON u.id = l.unit AND d.day BETWEEN u.validFrom AND u.validTo
    LEFT JOIN units p ON p.id = u.parent AND d.day BETWEEN p.validFrom AND p.validTo
),
-- C-H1 with I-7: whose contact it would be.
wouldBe AS (
    SELECT c.*, day_of(c.createdAt) AS day,
           CASE WHEN ${untakenChat} = 'FIRST_UNIT' AND c.answeredAt IS NULL THEN coalesce(c.firstLine, c.line) ELSE c.line END AS lineOf
    FROM contacts c
),
-- C-H1: not one of another care level, if the first unit is not.
placed AS (
    SELECT w.* EXCLUDE (lineOf), h.measured, h.unit, h.type
    FROM wouldBe w
    LEFT JOIN placeable had ON had.line = w.lineOf AND had.day = w.day
    LEFT JOIN placeable began ON began.line = w.firstLine AND began.day = w.day
    JOIN placeable h
      ON h.day = w.day
     AND h.line = CASE WHEN had.type = 'annan-vardniva' AND began.type <> 'annan-vardniva' THEN w.firstLine ELSE w.lineOf END
),
-- Section 5: before 1.3 a video call and what staff made are phoned-in callback cases.
taken AS (
    SELECT placed.*,
           CASE WHEN NOT ${since 1.3} AND channel = 'phone' AND (kind = 'video' OR origin = 'staff') THEN 'callback' ELSE kind END AS takenFor,
           coalesce(day_of(answeredAt) = day, false) AS answeredThatDay,
           -- C-2 with I-14
           CASE WHEN ${chatWithin} = 'HOURS_24' THEN coalesce(answeredAt <= createdAt + INTERVAL 24 HOURS, false)
                ELSE coalesce(day_of(answeredAt) = day, false) END AS startedInTime,
           coalesce(offeredSameDay AND chosenDate > day, false) AS choseLaterDay,
           isodow(day) >= 6 OR h.eve IS NOT NULL AND (NOT h.eve OR ${evesAreHolidays}) AS holiday
    FROM placed LEFT JOIN holidays h USING (day)
),
-- Why a contact is left out: the first reason that fits.
reasoned AS (
    SELECT *,
           CASE
               WHEN type = 'annan-vardniva' THEN 'S-1'
               WHEN channel = 'chat' AND NOT (${since 1.8} OR ${since 1.2} AND ${chatFrom} = 'MODEL') THEN 'E-1'
               WHEN kind IN ('full', 'closed') AND NOT ${since 1.2} THEN 'E-1'
               WHEN kind = 'forwarded' AND NOT ${since 1.5} THEN 'E-1'
               WHEN kind = 'aborted' AND NOT ${since 1.6} THEN 'E-1'
               WHEN channel = 'phone' THEN CASE
                   WHEN holiday THEN 'P-X1'
                   WHEN NOT measured THEN 'P-X2'
                   WHEN takenFor = 'voicemail' AND ${since 1.2} THEN 'P-X3'
                   WHEN takenFor = 'video' AND ${since 1.3} THEN 'P-X4'
                   WHEN origin = 'staff' AND ${since 1.3} THEN 'P-X5'
                   WHEN caller <> 'patient' AND ${since 1.6} THEN 'P-X6'
                   WHEN takenFor = 'forwarded' THEN 'P-X7'
                   WHEN takenFor = 'closed' AND origin = 'web' AND ${since 1.3} THEN 'P-X8'
                   WHEN takenFor = 'closed' AND time_of(createdAt) < TIME '08:00:00' THEN 'P-X9'
                   WHEN takenFor = 'closed' AND time_of(createdAt) > TIME '17:00:00' THEN 'P-X9'
                   WHEN takenFor = 'closed' AND time_of(createdAt) = TIME '17:00:00' AND NOT ${closedEndInclusive} THEN 'P-X9'
                   WHEN takenFor = 'aborted' AND (contact IS NULL OR ${abortedKnownNumber} = 'EXCLUDE') THEN 'P-X10'
                   WHEN takenFor = 'callback' AND contact IS NULL AND ${withheldUndone} = 'EXCLUDE' AND ${since 1.6}
                        AND NOT answeredThatDay AND coalesce(day_of(doneAt) <> day, true)
                        AND coalesce(len(list_filter(attempts, lambda attempt: day_of(attempt) = day)), 0) < ${requiredAttempts} THEN 'P-X10'
                   WHEN takenFor = 'callback' AND choseLaterDay AND ${since 1.3} THEN 'P-X11'
               END
               WHEN channel = 'chat' THEN CASE
                   WHEN kind = 'bot' THEN 'C-X1'
                   WHEN origin = 'staff' THEN 'C-X2'
                   WHEN cancelledBy = 'patient' AND (answeredAt IS NULL OR cancelledAt < answeredAt)
                        AND (${cancelledUntil} = 'BEFORE_START' OR day_of(cancelledAt) = day) AND ${since 2.0} THEN 'C-X3'
                   WHEN choseLaterDay AND NOT answeredThatDay THEN 'C-X4'
               END
           END AS reason
    FROM taken
),

-- Phone: P-C1 to P-C3. When a case was completed on its day, if it was.
phone AS (
    SELECT *,
           takenFor IN ('callback', 'queue', 'aborted') AS isCase,
           CASE takenFor
               WHEN 'queue' THEN CASE WHEN answeredThatDay THEN answeredAt END
               WHEN 'callback' THEN least(
                   CASE WHEN answeredThatDay THEN answeredAt END,
                   CASE WHEN ${since 1.3} AND attempts IS NOT NULL
                        THEN list_sort(list_filter(attempts, lambda attempt: day_of(attempt) = day))[${requiredAttempts}] END,
                   CASE WHEN ${since 1.6} AND contact IS NULL AND day_of(doneAt) = day THEN doneAt END)
           END AS completedAt
    FROM reasoned
    WHERE channel = 'phone'
),
-- P-U1 to P-U6: what a number did on a day.
numbers AS (
    SELECT unit, day, contact,
           count(*) FILTER (WHERE reason IS NULL AND isCase) AS cases,
           count(*) FILTER (WHERE reason IS NULL AND isCase AND completedAt IS NOT NULL) AS completedCases,
           min(completedAt) FILTER (WHERE reason IS NULL AND isCase) AS firstContact,
           coalesce(
               arg_min(id, (createdAt, id)) FILTER (WHERE reason IS NULL AND isCase AND completedAt IS NOT NULL),
               arg_min(id, (createdAt, id)) FILTER (WHERE reason IS NULL AND isCase)) AS standing,
           arg_min(id, (createdAt, id)) FILTER (WHERE reason = 'P-X11') AS offered
    FROM phone
    WHERE contact IS NOT NULL
    GROUP BY unit, day, contact
),
-- All but the blocked calls that no case takes in.
decided AS (
    SELECT phone.*,
           CASE
               WHEN reason IS NOT NULL THEN 'EXCLUDED ' || reason
               WHEN takenFor = 'voicemail' THEN 'HIT'
               WHEN isCase AND (contact IS NULL OR NOT ${since 1.4} OR ${repeatedCases} = 'COUNT_EACH')
                   THEN CASE WHEN completedAt IS NOT NULL THEN 'HIT' ELSE 'MISS' END
               WHEN isCase AND id <> standing THEN 'MERGED ' || standing
               WHEN isCase AND ${repeatedHit} = 'ANY' THEN CASE WHEN completedCases > 0 THEN 'HIT' ELSE 'MISS' END
               WHEN isCase THEN CASE WHEN completedCases = cases THEN 'HIT' ELSE 'MISS' END
               WHEN contact IS NULL THEN 'MISS'
               WHEN cases = 0 AND offered IS NOT NULL AND ${blockedBeforeChosenDay} = 'DROP' THEN 'MERGED ' || offered
               WHEN NOT ${since 1.4} THEN 'MISS'
               WHEN cases > 0 AND ${blockedBesideCase} = 'ANY_CASE' THEN 'MERGED ' || standing
               WHEN completedCases > 0 AND ${blockedBesideCase} = 'COMPLETED_CASE' THEN 'MERGED ' || standing
               WHEN createdAt > firstContact AND ${blockedBesideCase} = 'AFTER_CONTACT' THEN 'MERGED ' || standing
           END AS disposition
    FROM phone LEFT JOIN numbers USING (unit, day, contact)
),
-- P-U3: those count once a number.
unmet AS (
    SELECT unit, day, contact,
           coalesce(
               arg_min(id, (createdAt, id)) FILTER (WHERE takenFor = 'full'),
               arg_min(id, (createdAt, id))) AS standing
    FROM decided
    WHERE disposition IS NULL
    GROUP BY unit, day, contact
),

-- Chat. C-U1 with I-8: one individual's cases of a problem; those that state none are a group of their own.
chat AS (
    SELECT *, coalesce(trim(problem), '') AS about
    FROM reasoned
    WHERE channel = 'chat'
),
matters AS (
    SELECT unit, day, contact, about,
           coalesce(
               arg_min(id, (createdAt, id)) FILTER (WHERE startedInTime),
               arg_min(id, (createdAt, id))) AS standing
    FROM chat
    WHERE reason IS NULL AND contact IS NOT NULL AND (about <> '' OR ${chatWithoutProblem} = 'PER_INDIVIDUAL')
    GROUP BY unit, day, contact, about
)

SELECT decided.id, unit, day, channel,
       coalesce(disposition, CASE WHEN decided.id = unmet.standing THEN 'MISS' ELSE 'MERGED ' || unmet.standing END) AS disposition
FROM decided LEFT JOIN unmet USING (unit, day, contact)
UNION ALL
SELECT id, unit, day, channel,
       CASE
           WHEN reason IS NOT NULL THEN 'EXCLUDED ' || reason
           WHEN id <> standing THEN 'MERGED ' || standing
           WHEN startedInTime THEN 'HIT'
           ELSE 'MISS'
       END
FROM chat LEFT JOIN matters USING (unit, day, contact, about)
