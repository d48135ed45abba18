/** The subcommands of the command line, a class each. */
package org.minsheng.cli;
