/** The ground floor: strict YAML with the place of every mistake, settings, and the words all other floors share. */
package org.minsheng.conf;
