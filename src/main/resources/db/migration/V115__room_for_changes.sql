-- A delivery changes its status four times within seconds. Where its page has room for that, no index has to know.
alter table delivery set (fillfactor = 60);
