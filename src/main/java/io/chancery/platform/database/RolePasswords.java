package io.chancery.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords of the roles on the embedded server. Kept beside the data, for the user alone who runs Chancery, in the
 * format of PostgreSQL's own programs: {@code PGPASSFILE=data/postgres.passwords psql -h localhost …}.
 *
 * @param superuser of {@link Roles#SUPERUSER}
 * @param owner of {@link Roles#OWNER}
 * @param application of {@link Roles#APPLICATION}
 */
public record RolePasswords(String superuser, String owner, String application) {

    private static final String FILE = "postgres.passwords";
    /** Any host, port and database; then the role. */
    private static final String ANYWHERE = "*:*:*:";

    private static final int BYTES = 32;

    /** New ones, made at random, that nobody keeps. */
    public static RolePasswords random() {
        return new RolePasswords(word(), word(), word());
    }

    private static String word() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where they are kept. */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** Those that are kept in the folder. */
    public static Optional<RolePasswords> find(Path folder) throws IOException {
        var file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            var byRole = lines.filter(line -> line.startsWith(ANYWHERE))
                    .map(line -> line.substring(ANYWHERE.length()).split(":", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> parts[1], (first, second) -> first, TreeMap::new));
            return Stream.of(Roles.SUPERUSER, Roles.OWNER, Roles.APPLICATION).allMatch(byRole::containsKey)
                    ? Optional.of(of(byRole::get))
                    : Optional.empty();
        }
    }

    private static RolePasswords of(Function<String, String> byRole) {
        return new RolePasswords(
                byRole.apply(Roles.SUPERUSER), byRole.apply(Roles.OWNER), byRole.apply(Roles.APPLICATION));
    }

    /** Makes new ones and keeps them in the folder, in place of what is there. */
    static RolePasswords create(Path folder) throws IOException {
        var passwords = random();
        write(
                file(folder),
                "# Made by Chancery; without this file new ones are made at the next start.\n"
                        + ANYWHERE + Roles.SUPERUSER + ":" + passwords.superuser + "\n"
                        + ANYWHERE + Roles.OWNER + ":" + passwords.owner + "\n"
                        + ANYWHERE + Roles.APPLICATION + ":" + passwords.application + "\n");
        return passwords;
    }

    /** Nobody else may read it, not even for the moment before it is full. */
    static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /** None of them: whoever prints a record must not tell. */
    @Override
    public String toString() {
        return "RolePasswords[…]";
    }
}
