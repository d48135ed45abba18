/** From observations to progress toward targets. */
package org.minsheng.progress;
