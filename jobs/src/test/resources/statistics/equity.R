# Expected measures of inequality and convergence of EquityReferenceTest, from equity-data.csv, by the definitions of docs/method.md.
# Each county is as many people as it weighs, and all is measured on the people, one by one: no formula here knows of weights.
# Where others published a figure (equity-published.csv), it is theirs, or the script stops.
# Data: us1968: manual of R's ineq. stoermann: manual of REAT. nine: documentation of Inequality.jl, its weights times ten.
# schools: books a pupil in five schools, worked out by hand in 县域义务教育校际均衡指标计算方法. mexico: output a head of 32 states in the
# regions of Hanson (1998), of Rey and Sastre Gutiérrez (2010), as PySAL has it. The others are made up.
# Run: Rscript equity.R > equity.csv (R 4.2.2, laeken 0.5.2, collapse 1.9.2)
suppressMessages({library(laeken); library(collapse)})
data <- read.csv("equity-data.csv", stringsAsFactors = FALSE)
published <- read.csv("equity-published.csv", colClasses = c(value = "character"))

xlog <- function(x) ifelse(x > 0, x * log(x), 0)
theil_t <- function(x) if (max(x) == min(x)) 0 else mean(xlog(x / mean(x)))
theil_l <- function(x) if (max(x) == min(x)) 0 else if (min(x) == 0) NA else mean(log(mean(x) / x))
cv <- function(x) if (max(x) == min(x)) 0 else sqrt(mean((x - mean(x))^2)) / mean(x)
gini_of <- function(x) if (max(x) == min(x)) 0 else gini(x)$value / 100

inequality <- function(d) {
  x <- rep(d$value, d$weight); group <- rep(d$group, d$weight)
  level <- ave(x, group) # as if all of a group had its mean
  share <- tapply(x, group, sum) / sum(x); number <- tapply(x, group, length) / length(x)
  t <- theil_t(x); l <- theil_l(x)
  t_within <- if (t == 0) 0 else sum((share * tapply(x, group, theil_t))[share > 0])
  l_within <- if (is.na(l) || l == 0) l else sum(number * tapply(x, group, theil_l))
  l_between <- if (is.na(l)) NA else theil_l(level)
  q <- quantile(x, c(0.1, 0.5, 0.9), type = 2, names = FALSE)
  fifths <- sort(rep(x, each = 5)) # so that the fifth of one person can be taken
  m <- mean(x); g <- gini_of(x)
  # The same with weights, by others or by the definition
  stopifnot(all.equal(t, theil_t(level) + t_within), is.na(l) || all.equal(l, l_between + l_within),
    all.equal(q, sapply(c(0.1, 0.5, 0.9), function(p) fnth(d$value, p, w = d$weight, ties = "mean"))),
    g == 0 || all.equal(g, gini(d$value, d$weight)$value / 100),
    g == 0 || all.equal(g, sum(outer(d$weight, d$weight) * abs(outer(d$value, d$value, "-"))) / (2 * sum(d$weight)^2 * m)))
  c(mean = m, median = q[2], minimum = min(x), maximum = max(x), value_range = max(x) - min(x), cv = cv(x), gini = g,
    theil_t = t, theil_t_between = theil_t(level), theil_t_within = t_within,
    theil_l = l, theil_l_between = l_between, theil_l_within = l_within,
    p10 = q[1], p90 = q[3], p90_p10 = if (q[1] == 0) NA else q[3] / q[1],
    worst_fifth = mean(head(fifths, length(x))), worst_fifth_of_less = mean(tail(fifths, length(x))))
}

# Ordinates of the Lorenz curve, and what of Theil's T it removes if one county alone comes up to a level: a target, else the mean.
contribution <- function(d, level = mean(rep(d$value, d$weight))) {
  d <- d[order(d$value, d$region), ]
  x <- rep(d$value, d$weight); t <- theil_t(x)
  removes <- sapply(seq_len(nrow(d)), function(i) {
    if (t == 0 || d$value[i] >= level) NA else (t - theil_t(rep(replace(d$value, i, level), d$weight))) / t * 100
  })
  people <- cumsum(d$weight)
  amount <- if (sum(x) == 0) rep(NA, nrow(d)) else cumsum(x)[people] / sum(x) * 100
  list(region = d$region, cumulative_people = people / length(x) * 100, cumulative_amount = amount, closing_removes = removes)
}

line <- function(name, y, x) {
  fit <- lm(y ~ x); interval <- confint(fit)["x", ]
  setNames(c(coef(fit)[["x"]], coef(summary(fit))["x", "Std. Error"], interval), paste0(name, c("", "_se", "_lower_95", "_upper_95")))
}
convergence <- function(d) {
  years <- sort(unique(d$year))
  difference <- sapply(years, function(y) with(d[d$year == y, ], cv(rep(value, weight))))
  first <- d$value[d$year == years[1]]; last <- d$value[d$year == tail(years, 1)]; span <- diff(range(years))
  c(difference_first = difference[1], difference_last = tail(difference, 1), line("sigma", difference, years),
    line("beta_linear", (last - first) / span, first),
    if (min(first, last) > 0) line("beta_compound", log(last / first) / span, log(first)))
}

rows <- function(case, year, region, measures) {
  data.frame(case, year, region, measure = names(measures), value = unname(measures), row.names = NULL)
}
out <- do.call(rbind, lapply(split(data, factor(data$case, unique(data$case))), function(d) {
  case <- d$case[1]
  rbind(
    do.call(rbind, lapply(split(d, d$year), function(y) rows(case, y$year[1], NA, inequality(y)))),
    if (case %in% c("worked", "prefectures", "zeros", "two", "all-zero")) {
      parts <- if (case == "worked") contribution(d, 90) else contribution(d)
      do.call(rbind, lapply(names(parts)[-1], function(name) {
        data.frame(case, year = d$year[1], region = parts$region, measure = name, value = parts[[name]])
      }))
    },
    if (length(unique(d$year)) > 2) rows(case, NA, NA, convergence(d)))
}))
found <- out$value[match(paste(published$case, published$year, published$measure), paste(out$case, out$year, out$measure))]
decimals <- nchar(sub(".*\\.", "", published$value))
stopifnot(abs(found - as.numeric(published$value)) <= pmax(0.5 * 10^-decimals, 1e-15) * (1 + 1e-6))
out$value <- ifelse(is.na(out$value), "", formatC(out$value, digits = 12, format = "g", width = -1))
write.csv(out, row.names = FALSE, quote = FALSE, na = "")
