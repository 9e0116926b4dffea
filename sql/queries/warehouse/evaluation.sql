-- What the edits of a type say of the cells they look at. What their statement does not tell of a
-- cell is looked for around it, and there is nothing.
select
    told.edit_id,
    told.submission_id,
    told.indicator_code,
    told.measure,
    case
        when told.reason is not null then 'not_checkable'
        when not told.holds
            or (
                told.holds is null
                and (
                    (
                        told.observed < told.lowest
                        and told.observed < told.lowest - coalesce(told.tolerance, 0)
                    )
                    or (
                        told.observed > told.highest
                        and told.observed > told.highest + coalesce(told.tolerance, 0)
                    )
                )
            )
            then 'failed'
        else 'passed'
    end as outcome,
    told.reason,
    told.observed,
    coalesce(
        told.expected,
        case
            when told.observed < told.lowest then told.lowest
            else coalesce(told.highest, told.lowest)
        end
    ) as expected,
    told.tolerance,
    told.line_code,
    told.unit,
    told.factor,
    told.detail,
    told.observed_text,
    told.expected_text
from (
    select
        '' as indicator_code,
        '' as measure,
        null::numeric as observed,
        null::text as closed_by,
        null::numeric as lowest,
        null::numeric as highest,
        null::numeric as tolerance,
        null::numeric as expected,
        null::boolean as holds,
        null::text as blocked_by,
        null::text as line_code,
        null::text as unit,
        null::numeric as factor,
        null::text as detail,
        null::text as observed_text,
        null::text as expected_text
) as nothing
cross join lateral (
    select
        edit_id,
        submission_id,
        indicator_code,
        measure,
        observed,
        lowest,
        highest,
        tolerance,
        expected,
        holds,
        coalesce(
            closed_by,
            blocked_by,
            case
                when holds is null and (observed is null or coalesce(lowest, highest) is null)
                    then 'NO_VALUE'
            end
        ) as reason,
        line_code,
        unit,
        factor,
        detail,
        observed_text,
        expected_text
    from (
${edits}
    ) as edits
) as told
