/** What looks odd among the observations in use, and who has reported: knows nothing of files. */
package org.minsheng.quality;
