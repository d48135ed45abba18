/** What analysts ask of the tables: names beside codes, queries, exports, and what each column means. */
package org.minsheng.query;
