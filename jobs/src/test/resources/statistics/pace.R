# Expected paces of PaceTest, by the formulas of docs/method.md. Run: Rscript pace.R > pace.csv
cases <- read.csv(text = "base,value,t0,t,goal,deadline
80,84,2018,2021,90,2025
80,85.5,2018,2021,90,2025
60,61,2018,2024,90,2025
80,75,2018,2021,90,2025
0,50,2018,2021,90,2025
40,0,2018,2021,90,2025
70,88,2020,2024,90,2025
89.999,89.9995,2018,2019,90,2025")
with(cases, {
  compound <- base > 0 & value > 0
  observed <- ifelse(compound, ((value / base)^(1 / (t - t0)) - 1) * 100, (value - base) / (t - t0))
  required <- ifelse(compound, ((goal / base)^(1 / (deadline - t0)) - 1) * 100, (goal - base) / (deadline - t0))
  write.csv(format(data.frame(base, value, t0, t, method = ifelse(compound, "compound", "linear"), observed, required,
    ratio = sign(goal - base) * observed / abs(required)), digits = 15), row.names = FALSE, quote = FALSE)
})
