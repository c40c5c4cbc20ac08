/**
 * The embedded PostgreSQL, for whoever has none, and the roles of the database: the application may add to what is on
 * record and not change it, migrations run as the owner of the tables.
 */
@NullMarked
package io.chancery.platform.database;

import org.jspecify.annotations.NullMarked;
