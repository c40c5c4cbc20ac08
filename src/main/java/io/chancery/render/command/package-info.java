/** What the packaged application does from the command line, without a server and without a database. */
@NullMarked
package io.chancery.render.command;

import org.jspecify.annotations.NullMarked;
