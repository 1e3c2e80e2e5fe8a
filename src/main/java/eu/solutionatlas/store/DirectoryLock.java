package eu.solutionatlas.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right of one process to a data directory. The operating system takes it back when the process ends, however. */
final class DirectoryLock {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StoreException when another process has it, naming that process */
    static DirectoryLock take(Path dataDirectory) {
        Path file = dataDirectory.resolve("lock");
        try {
            Files.createDirectories(dataDirectory);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new StoreException("the data directory " + dataDirectory + " is in use by process " + holder
                        + ": stop that one first, or give this one another directory");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DirectoryLock(channel);
        } catch (IOException e) {
            String reason = Files.isDirectory(dataDirectory) ? "it cannot be written" : "it is no directory";
            throw new StoreException("the data directory " + dataDirectory + " cannot be used: " + reason, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("the lock of the data directory cannot be released: " + e.getMessage(), e);
        }
    }
}
