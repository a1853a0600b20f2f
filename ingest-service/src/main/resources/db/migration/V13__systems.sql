-- A submission may take the place of what another system of the provider said (the contact format, Sources).
alter table submission add column replaces text;
comment on column submission.replaces is 'the system whose contacts it takes the place of, as the sender said';

-- Such a submission speaks of slices of two sources.
alter table submission_slice drop constraint submission_slice_pkey;
alter table submission_slice add primary key (submission, source, line, day);
