package mengshi.form;

import java.util.List;

/** What stands around a form's table. The keys name the fields in {@code Reading.Submitted.frame()}. */
public enum FrameField {
    FORM_CODE("form_code", "表号"),
    ISSUER("issuer", "制定机关", "制表机关"),
    DOCUMENT_NO("document_no", "文号", "批准文号", "备案文号"),
    VALID_UNTIL("valid_until", "有效期至", "有效期限至"),
    REPORTING_UNIT("reporting_unit", "填报单位", "填报单位名称", "报送单位", "综合机关名称", "填报地区"),
    REPORTING_UNIT_CODE("reporting_unit_code", "填报单位代码", "单位代码", "地区代码", "行政区划代码", "代码"),
    PERIOD("period", "报告期", "报告时期", "报告期别", "所属期", "所属时期"),
    UNIT_HEAD("unit_head", "单位负责人"),
    STATISTICS_HEAD("statistics_head", "统计负责人", "统计机构负责人"),
    FILLED_BY("filled_by", "填表人", "填报人", "制表人"),
    PHONE("phone", "联系电话"),
    REPORTED_ON("reported_on", "报出日期", "报送日期"),
    CORRECTION_REASON("correction_reason", "更正说明", "更正原因", "修订说明");

    private final String key;
    private final List<String> labels;

    FrameField(String key, String... labels) {
        this.key = key;
        this.labels = List.of(labels);
    }

    /** The name under which the field is stored. */
    public String key() {
        return key;
    }

    /** How the field is printed. */
    public String label() {
        return labels.get(0);
    }

    /** All ways to write the field's name. */
    List<String> labels() {
        return labels;
    }

    /** Whether the field stands below the table and so ends it. */
    boolean endsTable() {
        return switch (this) {
            case UNIT_HEAD, STATISTICS_HEAD, FILLED_BY, PHONE, REPORTED_ON, CORRECTION_REASON -> true;
            default -> false;
        };
    }
}
