package mengshi.feedback;

import mengshi.workbook.Reply;

/** What became of a submission's data, in the words of the bureaus. The names are the states of a submission. */
public enum Decision {
    PUBLISHED("入库", Reply.Tone.GOOD, "数据已入库。标为“核实性”的问题请核实：有误的请更正后重新报送并填写“更正说明”，属实的请说明情况。"),
    HELD("退回", Reply.Tone.STOP, "数据没有入库。请更正“强制性”问题后重新报送；“核实性”问题请更正，属实的请说明情况。"),
    REJECTED("拒收", Reply.Tone.STOP, "文件没有接收，其中的数据没有读取。请按“如何处理”修改后重新报送。"),
    SUPERSEDED("已被新版本取代", Reply.Tone.NOTE, "同一报表、同一报告期已有更新的版本，以新版本为准。"),
    DUPLICATE("重复报送", Reply.Tone.NOTE, "内容与已收到的文件相同，没有重复处理。"),
    ANSWERED("已收到情况说明", Reply.Tone.GOOD, "数据没有变化，不作为新版本；情况说明已收到并审核。");

    private final String word;
    private final Reply.Tone tone;
    private final String sentence;

    Decision(String word, Reply.Tone tone, String sentence) {
        this.word = word;
        this.tone = tone;
        this.sentence = sentence;
    }

    String word() {
        return word;
    }

    Reply.Tone tone() {
        return tone;
    }

    /** What it means and what is to be done now. */
    String sentence() {
        return sentence;
    }
}
