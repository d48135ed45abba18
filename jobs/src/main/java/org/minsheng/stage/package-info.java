/** What a stage is: the contract between the run and the stages, which know neither the run nor each other. */
package org.minsheng.stage;
