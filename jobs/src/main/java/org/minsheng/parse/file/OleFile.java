package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens what lies in an OLE2 container: an old workbook (.xls), or an encrypted new one. */
final class OleFile {
    private OleFile() {}

    static TableFile open(Path file) throws Unreadable {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return decrypt(container, file);
            } else if (root.hasEntryCaseInsensitive("Workbook")) {
                if (Files.size(file) > Limits.XLS) {
                    throw Limits.exceeded("bytes of an .xls file", Files.size(file), Limits.XLS);
                }
                return XlsFile.read(root);
            } else if (root.hasEntryCaseInsensitive("Book")) {
                throw tooOld();
            }
            boolean isText = root.hasEntryCaseInsensitive("WordDocument");
            throw new Unreadable(isText ? Unreadable.Why.WORD : Unreadable.Why.OTHER_OFFICE);
        } catch (IOException | RuntimeException e) {
            throw Xml.damaged(e);
        }
    }

    static Unreadable tooOld() {
        return new Unreadable(Unreadable.Why.OLD_WORKBOOK);
    }

    /** Excel itself encrypts workbooks whose structure is protected, with a password that everybody knows. */
    private static TableFile decrypt(POIFSFileSystem container, Path file) throws Unreadable, IOException {
        Path plain = Files.createTempFile(file.toAbsolutePath().getParent(), "decrypted", ".xlsx");
        boolean opened = false;
        try {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw new Unreadable(Unreadable.Why.PROTECTED);
            }
            try (InputStream in = decryptor.getDataStream(container)) {
                Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
            }
            TableFile workbook = XlsxFile.open(plain, plain);
            opened = true;
            return workbook;
        } catch (java.security.GeneralSecurityException e) {
            throw Xml.damaged(e);
        } finally {
            if (!opened) {
                Files.deleteIfExists(plain);
            }
        }
    }
}
