package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.OtherServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that lets nobody in without encryption, and proves who it is. */
class EncryptionIT {

    private static final char[] WORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static Database database;
    private static OtherServer server;
    private static String address;

    @BeforeAll
    static void a_server_with_a_certificate() throws Exception {
        database = TestDatabase.fresh();
        server = OtherServer.make(folder.resolve("server"), OtherServer.ourPrograms());
        certify("server", "ip:127.0.0.1");
        certify("stranger", "ip:127.0.0.1");
        Path key = Files.copy(folder.resolve("server.key"), server.data().resolve("server.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.copy(folder.resolve("server.crt"), server.data().resolve("server.crt"));
        Files.writeString(server.data().resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        server.serve("ssl=on", "ssl_cert_file=server.crt", "ssl_key_file=server.key");
        address = server.database("safe");
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        database.close();
    }

    @Test
    void the_whole_program_works_over_a_connection_whose_certificate_was_proved() {
        Shell shell = shell("?sslmode=verify-full&sslrootcert=" + folder.resolve("server.crt"));

        Ended laidOut = shell.run("db", "migrate");
        Ended asked =
                shell.run("sql", "--json", "select ssl, version from pg_stat_ssl where pid = pg_backend_pid() and ssl");
        Ended night = shell.run("nightly");

        assertThat(laidOut.code()).as(laidOut.err()).isZero();
        assertThat(asked.json().at("/0/version").asString()).startsWith("TLSv1.");
        assertThat(night.code()).as(night.err()).isZero();
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_is_not_spoken_to() throws IOException {
        Ended stranger = shell("?sslmode=verify-ca&sslrootcert=" + folder.resolve("stranger.crt"))
                .run("runs");
        Ended open = shell("?sslmode=disable").run("runs");

        for (Ended refused : new Ended[] {stranger, open}) {
            assertThat(refused.code()).as(refused.err()).isEqualTo(Exit.NOT_NOW.code());
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines()).hasSize(1);
        }
        assertThat(stranger.err())
                .contains("cannot agree on a connection that is safe", "sslrootcert in MENGSHI_DB_URL");
        assertThat(open.err()).contains("no encryption");
    }

    @Test
    void a_server_without_encryption_is_refused_where_it_is_asked_for() {
        Ended refused = new Shell(
                        database,
                        folder,
                        Clock.systemUTC(),
                        Map.of("MENGSHI_DB_URL", database.url() + "?sslmode=require"))
                .run("runs");

        assertThat(refused.code()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(refused.err()).contains("does not support SSL", "see sslmode and sslrootcert in MENGSHI_DB_URL");
    }

    private static Shell shell(String options) {
        Map<String, String> environment = Shell.logins(address + options, server.passwords());
        environment.put("MENGSHI_HOME", folder.resolve("home").toString());
        return new Shell(database, folder, Clock.systemUTC(), environment);
    }

    /** A key and a certificate that it signed itself, as PostgreSQL wants them. */
    private static void certify(String name, String place)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + place,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(WORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(store)) {
            keys.load(input, WORD);
        }
        armour(name + ".key", "PRIVATE KEY", keys.getKey(name, WORD).getEncoded());
        armour(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
    }

    private static void armour(String file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
