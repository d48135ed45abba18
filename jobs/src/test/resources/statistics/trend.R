# Expected projections of TrendTest. Drift: point and standard error of forecast::rwf(drift = TRUE) where no year is missing
# (else the same by lm over steps of several years), then Student's t and the drift's own doubt, (b/2)^2 h(h-1)/2, as
# docs/method.md has it. Line: lm and predict.lm. Outlier: rstudent with Bonferroni's bound.
# Run: Rscript trend.R > trend.csv (R 4.2.2, forecast 8.20)
suppressMessages(library(forecast))
e <- 0.0005 # how near to a bound a share may be on the logit scale
cases <- list(
  list(id = "rising", years = 2018:2024, values = c(62, 66, 69, 73, 77, 79, 83), top = 100, least = 90, at = 2025),
  list(id = "rising-far", years = 2018:2024, values = c(62, 66, 69, 73, 77, 79, 83), top = 100, least = 100, at = 2029),
  list(id = "at-its-bound", years = 2019:2023, values = c(96, 98, 99, 100, 100), top = 100, least = 100, at = 2025),
  list(id = "falling", years = 2018:2023, values = c(90, 60, 44, 30, 19, 14), top = NA, most = 5, at = 2025),
  list(id = "to-nothing", years = 2018:2023, values = c(90, 60, 44, 30, 19, 14), top = NA, most = 0, at = 2024),
  list(id = "gaps", years = c(2018, 2019, 2021, 2022, 2024), values = c(1.9, 2.0, 2.15, 2.3, 2.42), top = NA, least = 2.6, at = 2027),
  list(id = "negative", years = 2018:2022, values = c(-1, 0.5, 2.2, 2.9, 4.6), top = NA, bottom = NA, least = 6, at = 2025),
  list(id = "three", years = 2018:2020, values = c(50, 54, 57), top = 100, least = 70, at = 2022),
  list(id = "band", years = 2018:2022, values = c(60, 62, 65, 69, 72), top = 100, least = 73, most = 77, at = 2023),
  list(id = "outlier", years = 2018:2025, values = c(60, 62.1, 63.9, 92, 68.2, 70.1, 71.8, 74.1), top = 100, least = 80, at = 2028),
  list(id = "damped", model = "damped", years = 2018:2024, values = c(62, 66, 69, 73, 77, 79, 83), top = 100, least = 90, at = 2027),
  list(id = "line", model = "line", years = 2018:2022, values = c(-1, 0.5, 2.2, 2.9, 4.6), top = NA, bottom = NA, least = 6, at = 2025),
  list(id = "logit-line", model = "line", scale = "logit", years = 2018:2024, values = c(62, 66, 69, 73, 77, 79, 83), top = 100, least = 90, at = 2025),
  list(id = "log-drift", scale = "log", years = 2018:2023, values = c(90, 60, 44, 30, 19, 14), top = NA, most = 5, at = 2025))
or <- function(x, other) if (is.null(x)) other else x
rows <- lapply(cases, function(c) {
  model <- or(c$model, "drift"); scale <- or(c$scale, "natural"); bottom <- or(c$bottom, 0)
  g <- switch(scale, natural = identity, log = log,
    logit = function(v) { p <- pmin(pmax(v / c$top, e), 1 - e); log(p / (1 - p)) })
  back <- switch(scale, natural = identity, log = exp, logit = function(y) c$top / (1 + exp(-y)))
  cut <- function(y) { v <- back(y); v <- if (is.na(bottom)) v else max(bottom, v); if (is.na(c$top)) v else min(c$top, v) }
  x <- c$years; y <- g(c$values); n <- length(x); df <- n - 2
  k <- diff(x); span <- x[n] - x[1]
  steps <- lm(I(diff(y) / sqrt(k)) ~ 0 + sqrt(k)); b <- unname(coef(steps)); s <- summary(steps)$sigma
  line <- lm(y ~ x)
  at <- function(year) {
    h <- year - x[n]
    if (model == "line") {
      p <- predict(line, data.frame(x = year), interval = "prediction")
      return(c(p[1], (p[3] - p[1]) / qt(0.975, df)))
    }
    H <- if (model == "damped") sum(0.9^(1:h)) else h
    if (model == "drift" && all(k == 1)) {
      f <- rwf(ts(y), h = h, drift = TRUE, level = 95)
      stopifnot(all.equal(f$mean[h], y[n] + b * h),
        all.equal((f$upper[h] - f$mean[h]) / qnorm(0.975), s * sqrt(h + h^2 / span)))
    }
    c(y[n] + b * H, sqrt(s^2 * (h + H^2 / span) + (b / 2)^2 * h * (h - 1) / 2))
  }
  p <- at(c$at); q80 <- qt(0.90, df) * p[2]; q95 <- qt(0.975, df) * p[2]
  least <- or(c$least, NA); most <- or(c$most, NA)
  share <- function(v) pt((g(v) - p[1]) / p[2], df)
  below <- if (is.na(least) || (!is.na(bottom) && least <= bottom)) 0 else share(least)
  upto <- if (is.na(most) || (!is.na(c$top) && most >= c$top)) 1 else share(most)
  ahead <- x[n] + 1:min(5, span)
  path <- sapply(ahead, function(year) cut(at(year)[1]))
  met <- (is.na(least) | round(path, 9) >= least) & (is.na(most) | round(path, 9) <= most)
  outlier <- NA
  if (n >= 5) {
    t <- rstudent(lm(c$values ~ x)); i <- which.max(abs(t))
    if (abs(t[i]) > qt(1 - 0.05 / (2 * n), n - 3)) outlier <- x[i]
  }
  data.frame(id = c$id, model = model, scale = scale, years = paste(x, collapse = " "), values = paste(c$values, collapse = " "),
    bottom = bottom, top = c$top, least = least, most = most, at = c$at, outlier = outlier, value = cut(p[1]),
    lower80 = cut(p[1] - q80), upper80 = cut(p[1] + q80), lower95 = cut(p[1] - q95), upper95 = cut(p[1] + q95),
    chance = upto - below, reached = if (any(met)) ahead[which(met)[1]] else NA)
})
out <- do.call(rbind, rows)
num <- c("value", "lower80", "upper80", "lower95", "upper95", "chance")
out[num] <- lapply(out[num], function(v) formatC(v, digits = 12, format = "g"))
write.csv(out, row.names = FALSE, quote = FALSE)
