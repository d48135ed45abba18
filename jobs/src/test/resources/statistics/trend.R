# Expected projections of TrendTest: least squares on the scale, prediction intervals of predict.lm, Bonferroni test of the
# largest externally studentized residual (rstudent) for one outlier. Run: Rscript trend.R > trend.csv
e <- 0.0005 # how near to a bound a share may be on the logit scale
cases <- list(
  list(id = "logit", top = 100, years = 2018:2024, values = c(62, 66, 69, 73, 77, 79, 83), target = 90, at = 2025),
  list(id = "logit-2035", top = 100, years = 2018:2024, values = c(62, 66, 69, 73, 77, 79, 83), target = 100, at = 2035),
  list(id = "log", top = NA, years = c(2018, 2019, 2021, 2022, 2024), values = c(1.9, 2.0, 2.15, 2.3, 2.42), target = 2.6, at = 2025),
  list(id = "linear", top = NA, years = 2018:2022, values = c(-1, 0.5, 2.2, 2.9, 4.6), target = 6, at = 2025),
  list(id = "outlier", top = 100, years = 2018:2025, values = c(60, 62.1, 63.9, 92, 68.2, 70.1, 71.8, 74.1), target = 80, at = 2035),
  list(id = "bounds", top = 100, years = 2019:2023, values = c(96, 98, 99, 100, 100), target = 100, at = 2025),
  list(id = "falling", top = NA, years = 2018:2023, values = c(90, 60, 44, 30, 19, 14), target = 5, at = 2025, down = TRUE),
  list(id = "three", top = 100, years = 2018:2020, values = c(50, 54, 57), target = 70, at = 2025))
rows <- lapply(cases, function(c) {
  g <- if (!is.na(c$top)) function(v) { p <- pmin(pmax(v / c$top, e), 1 - e); log(p / (1 - p)) } else
    if (all(c$values > 0)) log else identity
  h <- if (!is.na(c$top)) function(y) c$top / (1 + exp(-y)) else if (all(c$values > 0)) exp else identity
  x <- c$years; y <- g(c$values); outlier <- NA
  if (length(x) >= 5) {
    t <- rstudent(lm(y ~ x)); i <- which.max(abs(t))
    if (abs(t[i]) > qt(1 - 0.05 / (2 * length(x)), length(x) - 3)) { outlier <- x[i]; x <- x[-i]; y <- y[-i] }
  }
  fit <- lm(y ~ x); new <- data.frame(x = c$at)
  p80 <- predict(fit, new, interval = "prediction", level = 0.80)
  p95 <- predict(fit, new, interval = "prediction", level = 0.95)
  se <- (p95[3] - p95[1]) / qt(0.975, fit$df.residual)
  up <- is.null(c$down)
  chance <- pt((p95[1] - g(c$target)) / se * (if (up) 1 else -1), fit$df.residual)
  years <- max(c$years) + 1:100
  path <- predict(fit, data.frame(x = years))
  met <- if (up) path >= g(c$target) else path <= g(c$target)
  data.frame(id = c$id, years = paste(c$years, collapse = " "), values = paste(c$values, collapse = " "), top = c$top,
    target = c$target, down = !up, at = c$at, outlier = outlier, value = h(p80[1]), lower80 = h(p80[2]), upper80 = h(p80[3]),
    lower95 = h(p95[2]), upper95 = h(p95[3]), chance = chance, reached = if (any(met)) years[which(met)[1]] else NA)
})
out <- do.call(rbind, rows)
num <- c("value", "lower80", "upper80", "lower95", "upper95", "chance")
out[num] <- lapply(out[num], function(v) formatC(v, digits = 12, format = "g"))
write.csv(out, row.names = FALSE, quote = FALSE)
