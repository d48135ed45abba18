# Expected scores, ranks and 90% intervals of ranks of ScoresTest, by the formulas of docs/method.md; the intervals by this
# program's own random numbers, and so as what stands a hundredth (the median: two) of the replications to either side. Rows of
# the component "indicator" are what they are made of.
# Run: Rscript score.R > score.csv (R 4.2.2)
regions <- paste0("c", 1:8)
x <- cbind( # how far the target of an indicator is met, in %
  "1.1" = c(100, 82, 75, 60, 91, 100, 0, 44),
  "1.2" = c(95, 100, 100, 70, NA, 88, 51, 100),
  "2.1" = c(78, 64, NA, 92, 85, 100, 73, 20),
  "2.2" = c(100, 100, NA, 97, 66, 31, 80, 90),
  "2.3" = c(55, 83, 70, NA, 61, 77, 12, 49),
  "3.1" = c(100, 0, 100, 100, 100, 0, 100, NA),
  "4.1" = c(62.5, 70.1, NA, 81.2, 77.7, 64.4, 93.9, 66),
  "4.2" = c(88, 91, 45, NA, NA, 95, 99, 52))
weights <- list(i = c("1.1" = 2, "1.2" = 1, "2.1" = 1, "2.2" = 1, "2.3" = 1, "3.1" = 1, "4.1" = 0.5, "4.2" = 0.2),
  m = c("1" = 1, "2" = 3, "3" = 1, "4" = 1), f = c("1" = 2, "2" = 1))
above <- list(i = c("1", "1", "2", "2", "2", "3", "4", "4"), m = c("1", "1", "2", "2"), f = rep("all", 2))
least <- 0.5
up <- function(x, w, parent, mean, there) { # one level up; there: which of the parts count
  groups <- unique(parent)
  sapply(groups, function(g) {
    of <- parent == g
    p <- x[, of, drop = FALSE]; t <- there[, of, drop = FALSE]; v <- w[of]
    sapply(seq_len(nrow(p)), function(r) mean(p[r, t[r, ]], v[t[r, ]]))
  })
}
arithmetic <- function(x, w) weighted.mean(x, w)
geometric <- function(x, w) exp(weighted.mean(log(pmax(x, 1)), w))
is_there <- function(there, w, parent) sapply(unique(parent), function(g) {
  of <- parent == g
  there[, of, drop = FALSE] %*% w[of] >= least * sum(w[of]) - 1e-9
})
ti <- !is.na(x); tm <- is_there(ti, weights$i, above$i)
tf <- is_there(tm, weights$m, above$m); ta <- is_there(tf, weights$f, above$f)
scores <- function(x, w, mean) {
  m <- up(x, w$i, above$i, mean, ti); m[!tm] <- NA
  f <- up(m, w$m, above$m, mean, tm); f[!tf] <- NA
  a <- up(f, w$f, above$f, mean, tf); a[!ta] <- NA
  cbind(m, f, a)
}
places <- function(s) apply(s, 2, function(v) rank(-round(v, 9), ties.method = "min", na.last = "keep"))
minmax <- function(v) (v - min(v, na.rm = TRUE)) / diff(range(v, na.rm = TRUE)) * 100
prank <- function(v) (rank(v, ties.method = "max", na.last = "keep") - 1) / (sum(!is.na(v)) - 1) * 100
kinds <- list(x, apply(x, 2, minmax), apply(x, 2, prank))
set.seed(20350101)
n <- 20000
drawn <- replicate(n, {
  noisy <- lapply(weights, function(w) w * runif(length(w), 0.75, 1.25))
  places(scores(kinds[[sample(3, 1)]], noisy, if (runif(1) < 0.5) arithmetic else geometric))
})
at <- function(p) c(apply(drawn, 1:2, function(v) if (anyNA(v)) NA else quantile(v, p, type = 1)))
s <- scores(x, weights, arithmetic); g <- scores(x, weights, geometric); r <- places(s)
component <- rep(c("measure", "field", "overall"), c(4, 2, 1))
number <- function(v) formatC(v, digits = 12, format = "g")
ranks <- list(low_from = 0.04, low_to = 0.06, median_from = 0.48, median_to = 0.52, high_from = 0.94, high_to = 0.96)
out <- rbind(
  data.frame(region = regions, component = "indicator", code = rep(colnames(x), each = 8), score = number(c(x)),
    geometric = NA, rank = NA, lapply(ranks, function(p) NA)),
  data.frame(region = regions, component = rep(component, each = 8), code = rep(colnames(s), each = 8),
    score = number(c(s)), geometric = number(c(g)), rank = c(r), lapply(ranks, at)))
out[] <- lapply(out, function(v) trimws(v))
write.csv(out, row.names = FALSE, quote = FALSE)
