-- The lines that an accepted submission covers, each with its units: also those that never had a contact.
create table submission_line (
    submission uuid   not null references submission,
    line       text   not null,
    units      text[] not null check (cardinality(units) > 0),
    primary key (submission, line)
);

grant select, insert on submission_line to ${app};
