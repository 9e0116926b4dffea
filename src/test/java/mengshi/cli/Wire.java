package mengshi.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lies between the program and its database server, for a test to cut, or to let hang for a while or for good. */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 16_384;

    private final int server;
    private final ServerSocket door;
    private final List<Closeable> ends = new CopyOnWriteArrayList<>();
    private volatile boolean hangs;

    /** @param server the port of the server on this machine */
    Wire(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        begin(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes, and nobody is told. */
    void hang() {
        hangs = true;
    }

    /** What hung goes on, nothing of it lost. */
    void goOn() {
        hangs = false;
    }

    /** Everything breaks, and nobody is let in any more. */
    @Override
    public void close() throws IOException {
        door.close();
        for (Closeable end : ends) {
            end.close();
        }
        hangs = false;
    }

    private void admit() throws IOException {
        while (true) {
            Socket program = door.accept();
            ends.add(program);
            begin(() -> connect(program));
        }
    }

    private void connect(Socket program) throws IOException {
        awaitPassage();
        Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(database);
        begin(() -> pass(program, database));
        pass(database, program);
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                awaitPassage();
                output.write(buffer, 0, length);
            }
        }
    }

    private void awaitPassage() {
        while (hangs) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A task that ends quietly when its socket does. */
    private interface Work {
        void run() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The test has cut the wire.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
