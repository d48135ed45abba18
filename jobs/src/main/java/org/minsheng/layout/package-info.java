/** What a kind of table looks like, and how its words and numbers are read: known before any file is opened. */
package org.minsheng.layout;
