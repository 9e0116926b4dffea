package mengshi.workbook;

/** An address as files write it, for example D17. */
final class Reference {

    private static final int LETTERS = 26;
    private static final int COLUMNS = 1 << 14;

    private Reference() {}

    /** @return 0-based; -1 if this is no plain address within a sheet */
    static int column(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z' && column <= COLUMNS) {
            column = column * LETTERS + address.charAt(at) - 'A' + 1;
            at++;
        }
        return column <= COLUMNS ? column - 1 : -1;
    }

    /** @return 0-based; -1 if this is no plain address within a sheet */
    static int row(String address) {
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            at++;
        }
        int row = 0;
        for (int i = at; i < address.length(); i++) {
            int digit = address.charAt(i) - '0';
            if (digit < 0 || digit > 9 || row > SheetScan.ROWS || i == at && digit == 0) {
                return -1;
            }
            row = row * 10 + digit;
        }
        return row <= SheetScan.ROWS ? row - 1 : -1;
    }
}
