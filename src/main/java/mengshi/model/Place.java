package mengshi.model;

import java.util.Optional;

/** Where something stands: a file, a sheet of it, or one cell. Travels with every value and every finding. */
public sealed interface Place permits Place.InFile, Place.InSheet, Place.InCell {

    /** The file's name as it was submitted. */
    String file();

    default Optional<String> sheetName() {
        return Optional.empty();
    }

    /** The address as Excel shows it, for example D17. */
    default Optional<String> address() {
        return Optional.empty();
    }

    /** For people: {@code 文件 › 表 › D17}. */
    default String describe() {
        StringBuilder path = new StringBuilder(file());
        sheetName().ifPresent(sheet -> path.append(" › ").append(sheet));
        address().ifPresent(cell -> path.append(" › ").append(cell));
        return path.toString();
    }

    /** The whole file. */
    record InFile(String file) implements Place {}

    /** One sheet. */
    record InSheet(String file, String sheet) implements Place {
        @Override
        public Optional<String> sheetName() {
            return Optional.of(sheet);
        }
    }

    /** One cell. */
    record InCell(String file, String sheet, String cell) implements Place {
        @Override
        public Optional<String> sheetName() {
            return Optional.of(sheet);
        }

        @Override
        public Optional<String> address() {
            return Optional.of(cell);
        }
    }
}
