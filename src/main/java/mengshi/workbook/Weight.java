package mengshi.workbook;

import mengshi.model.FindingCode;

/** What has been counted of a workbook so far; refuses as soon as a limit is passed. */
final class Weight {

    private static final long SUSPICIOUS_BYTES = 8L * 1024 * 1024;
    private static final long GREATEST_RATIO = 200;

    private final WorkbookLimits limits;
    private final long started;
    private int sheets;
    private int cells;
    private int rows;
    private int strings;
    private int merges;
    private int comments;
    private int parts;
    private int nodes;
    private long unpackedBytes;

    Weight(WorkbookLimits limits) {
        this(limits, System.nanoTime());
    }

    private Weight(WorkbookLimits limits, long started) {
        this.limits = limits;
        this.started = started;
    }

    /** Nothing counted, but the time goes on: for another look at the same file, now to be built in memory. */
    Weight again() {
        return new Weight(limits.inMemory(), started);
    }

    WorkbookLimits limits() {
        return limits;
    }

    void addSheets(int count) throws WorkbookRefused {
        sheets += count;
        require("工作表 / sheets", sheets, limits.sheets());
    }

    void addCells(int count) throws WorkbookRefused {
        cells += count;
        require("单元格 / cells", cells, limits.cells());
    }

    void addRow() throws WorkbookRefused {
        rows++;
        require("行 / rows", rows, limits.rows());
    }

    void addString() throws WorkbookRefused {
        addStrings(1);
    }

    void addStrings(int count) throws WorkbookRefused {
        strings += count;
        require("文本 / texts", strings, limits.strings());
    }

    void addMerges(int count) throws WorkbookRefused {
        merges += count;
        require("合并单元格 / merged regions", merges, limits.merges());
    }

    void addComment() throws WorkbookRefused {
        comments++;
        require("批注 / comments", comments, limits.comments());
    }

    void addPart() throws WorkbookRefused {
        parts++;
        require("部件数 / parts", parts, limits.packing().parts());
    }

    void addNode() throws WorkbookRefused {
        nodes++;
        require(
                "元素、属性或记录 / elements, attributes or records",
                nodes,
                limits.packing().nodes());
    }

    /**
     * @param partBytes what the part now unpacked has given so far, {@code fresh} included
     * @param packed what the part has in the package; only a bomb unpacks to so many times its size
     */
    void addBytes(long partBytes, int fresh, long packed) throws WorkbookRefused {
        unpackedBytes += fresh;
        require("部件字节 / bytes of a part", partBytes, limits.packing().partBytes());
        require("解压后字节 / unpacked bytes", unpackedBytes, limits.packing().unpackedBytes());
        if (partBytes > SUSPICIOUS_BYTES && packed > 0) {
            require("解压倍数 / times its packed size", partBytes / packed, GREATEST_RATIO);
        }
        checkTime();
    }

    void checkTime() throws WorkbookRefused {
        if (nanosLeft() < 0) {
            throw overtime();
        }
    }

    /** Of the file's time; below zero when it is over. */
    long nanosLeft() {
        return limits.time().toNanos() - (System.nanoTime() - started);
    }

    WorkbookRefused overtime() {
        return new WorkbookRefused(
                FindingCode.FILE_OVER_LIMIT,
                "读取时间 / reading time > " + limits.time().toSeconds() + " 秒 / seconds");
    }

    private static void require(String what, long count, long limit) throws WorkbookRefused {
        if (count > limit) {
            throw new WorkbookRefused(FindingCode.FILE_OVER_LIMIT, what + " > " + limit);
        }
    }
}
