-- Why the points of a provider changed last, for those who look at the board.
alter table provider_share add column cause text
    constraint provider_share_cause_check check (cause in ('errs', 'slow', 'returns'));
