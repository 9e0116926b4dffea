package mengshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

    private static final String URL = "jdbc:postgresql://db.example/mengshi";

    @Test
    void a_password_in_the_address_is_refused() {
        assertThatThrownBy(() -> DatabaseSettings.external(URL + "?password=secret", logins()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The database address holds a password; put it into the login's password file instead");
    }

    @Test
    void an_address_of_another_kind_of_database_is_refused() {
        assertThatThrownBy(() -> DatabaseSettings.external("jdbc:mysql://db.example/mengshi", logins()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A database address begins with jdbc:postgresql:");
    }

    @Test
    void one_role_for_two_logins_is_refused() {
        Map<Login, DatabaseSettings.Credentials> logins = logins();
        logins.put(Login.RESPONDER, logins.get(Login.READER));

        assertThatThrownBy(() -> DatabaseSettings.external(URL, logins))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs four different logins");
    }

    @Test
    void a_database_name_that_would_need_quoting_is_refused() {
        Path folder = Path.of("pg");

        assertThatThrownBy(() -> new DatabaseSettings.Embedded(folder, "a\"; drop database mengshi"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DatabaseSettings.embedded(folder).server())
                .isEqualTo(new DatabaseSettings.Embedded(folder, "mengshi"));
    }

    @Test
    void an_account_never_prints_its_password() {
        assertThat(new Account(URL, "mengshi_loader", "secret")).hasToString("mengshi_loader at " + URL);
    }

    private static Map<Login, DatabaseSettings.Credentials> logins() {
        Map<Login, DatabaseSettings.Credentials> logins = new EnumMap<>(Login.class);
        for (Login login : Login.values()) {
            logins.put(login, new DatabaseSettings.Credentials(login.name(), Path.of("secrets")));
        }
        return logins;
    }
}
