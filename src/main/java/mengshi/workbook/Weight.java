package mengshi.workbook;

import mengshi.model.FindingCode;

/** What has been counted of a workbook so far; refuses as soon as a limit is passed. */
final class Weight {

    private final WorkbookLimits limits;
    private int sheets;
    private int cells;
    private int rows;
    private int merges;
    private int comments;
    private int parts;
    private long unpackedBytes;

    Weight(WorkbookLimits limits) {
        this.limits = limits;
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
        require("部件数 / parts", parts, limits.parts());
    }

    /** @param partBytes what the part now unpacked has given so far, {@code fresh} included */
    void addBytes(long partBytes, int fresh) throws WorkbookRefused {
        unpackedBytes += fresh;
        require("部件字节 / bytes of a part", partBytes, limits.partBytes());
        require("解压后字节 / unpacked bytes", unpackedBytes, limits.unpackedBytes());
    }

    private static void require(String what, long count, long limit) throws WorkbookRefused {
        if (count > limit) {
            throw new WorkbookRefused(FindingCode.FILE_OVER_LIMIT, what + " > " + limit);
        }
    }
}
