package eu.solutionatlas.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/** Sends a part of a file as a body without bringing it into the heap: the system copies it from its cache to the connection. */
public final class FileBody {
    /** What is mapped at a time. */
    private static final long PIECE = 8L << 20;

    private FileBody() {}

    /** @param length in bytes, all of which have to be there */
    public static void send(Context ctx, FileChannel file, long from, long length) throws IOException {
        OutputStream out = ctx.res().getOutputStream();
        long end = from + length;
        for (long at = from; at < end; at += PIECE) {
            ByteBuffer piece = file.map(FileChannel.MapMode.READ_ONLY, at, Math.min(PIECE, end - at));
            if (out instanceof HttpOutput server) {
                server.write(piece);
            } else {
                WritableByteChannel channel = Channels.newChannel(out);
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        }
    }
}
