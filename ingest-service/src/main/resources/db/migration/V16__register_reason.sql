-- Why the register was changed, in the coordinator's words.
alter table register_version add column reason text;
