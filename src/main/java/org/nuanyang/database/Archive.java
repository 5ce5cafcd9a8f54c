package org.nuanyang.database;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.springframework.util.FileSystemUtils;

/**
 * Zip files of directories, empty ones included; each file's checksum is in them. Only
 * who runs the app reads them and what comes out of them.
 */
final class Archive {

	private Archive() {
	}

	/** Begins the file anew: one that is there already would keep its permissions. */
	static Writer write(Path file) throws IOException {
		Files.deleteIfExists(file);
		var content = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				ownerOnly(file, "rw-------"));
		return new Writer(new ZipOutputStream(Channels.newOutputStream(content)));
	}

	/** Where the file system knows owners. */
	private static FileAttribute<?>[] ownerOnly(Path path, String permissions) throws IOException {
		return Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	/**
	 * Unpacks into a new directory, in the place of one left by an earlier attempt.
	 * @throws IOException also if the file is damaged or names places outside
	 */
	static void extract(Path file, Path directory) throws IOException {
		FileSystemUtils.deleteRecursively(directory);
		Files.createDirectories(directory.getParent());
		Files.createDirectory(directory, ownerOnly(directory, "rwx------"));
		try (var zip = new ZipFile(file.toFile())) {
			for (var entries = zip.entries(); entries.hasMoreElements();) {
				var entry = entries.nextElement();
				var target = directory.resolve(entry.getName()).normalize();
				if (!target.startsWith(directory)) {
					throw new IOException("entry outside of the archive: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(target);
				}
				else {
					Files.createDirectories(target.getParent());
					try (var content = zip.getInputStream(entry)) {
						Files.copy(content, target);
					}
				}
			}
		}
	}

	static final class Writer implements AutoCloseable {

		private final ZipOutputStream zip;

		private Writer(ZipOutputStream zip) {
			this.zip = zip;
		}

		void add(String name, String content) throws IOException {
			this.zip.putNextEntry(new ZipEntry(name));
			this.zip.write(content.getBytes(StandardCharsets.UTF_8));
			this.zip.closeEntry();
		}

		void add(String name, Path file) throws IOException {
			this.zip.putNextEntry(new ZipEntry(name));
			Files.copy(file, this.zip);
			this.zip.closeEntry();
		}

		/** Adds those below the directory whose relative path is wanted. */
		void addTree(Path directory, Predicate<Path> wanted) throws IOException {
			Files.walkFileTree(directory, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
						throws IOException {
					var path = directory.relativize(found);
					if (!found.equals(directory) && wanted.test(path)) {
						Writer.this.zip.putNextEntry(new ZipEntry(name(path) + "/"));
						Writer.this.zip.closeEntry();
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) throws IOException {
					var path = directory.relativize(found);
					if (wanted.test(path)) {
						addIfThere(name(path), found);
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path found, IOException ex) throws IOException {
					if (ex instanceof NoSuchFileException) {
						return FileVisitResult.CONTINUE;
					}
					throw ex;
				}

			});
		}

		/** A running server removes files; its log says so to whoever recovers. */
		private void addIfThere(String name, Path file) throws IOException {
			try (var content = Files.newInputStream(file)) {
				this.zip.putNextEntry(new ZipEntry(name));
				content.transferTo(this.zip);
				this.zip.closeEntry();
			}
			catch (NoSuchFileException ex) {
				return;
			}
		}

		private static String name(Path path) {
			return path.toString().replace('\\', '/');
		}

		@Override
		public void close() throws IOException {
			this.zip.close();
		}

	}

}
