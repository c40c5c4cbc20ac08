-- What a check of the postal address said when the source last named it. Addresses that were taken before have none until
-- their source names them again. Lives and dies with its contact point.
alter table contact_point add column verdict text
    constraint contact_point_verdict_check check (verdict in (
        'VALID', 'CORRECTABLE_CITY', 'MISSING_CITY', 'MISSING_ZIP', 'INVALID_ZIP_FORMAT', 'UNKNOWN_ZIP',
        'ZIP_CITY_MISMATCH', 'UNVERIFIABLE'));
alter table contact_point add constraint contact_point_verdict_kind_check check (verdict is null or kind = 'postal');

-- How good the record is as a whole, from 0 to 100.
alter table source_record add column if not exists quality smallint
    constraint source_record_quality_check check (quality between 0 and 100);
