# Integrates the reports of one file with the package meltt, which is not part of Truce, and writes
# which rows it takes for one event. Arguments: rows, taxonomy, kilometres, days, where to write.
options(warn = -1) # its own, about how it handles tables
arguments <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(arguments[1], stringsAsFactors = FALSE)
rows$date <- as.Date(rows$date)
kinds <- read.csv(arguments[2], stringsAsFactors = FALSE)

# meltt() takes data sets by the names of their variables.
datasets <- paste0("source", sort(unique(rows$source)))
for (dataset in datasets) {
  assign(dataset, rows[paste0("source", rows$source) == dataset, ])
}
conduct <- do.call(rbind, lapply(datasets, function(dataset) {
  data.frame(data.source = dataset, base.categories = kinds$conduct, kinds, stringsAsFactors = FALSE)
}))
output <- capture.output(
  found <- do.call(meltt::meltt, c(lapply(datasets, as.name), list(
    taxonomies = list(conduct = conduct), spatwindow = as.numeric(arguments[3]),
    twindow = as.numeric(arguments[4]), silent = TRUE
  )))
)

# A row of event_matched has two columns for each data set: its number and that of the report in it.
matched <- as.matrix(found$processed$event_matched)
lines <- c("group,row")
for (group in seq_len(nrow(matched))) {
  for (column in seq(1, ncol(matched), by = 2)) {
    dataset <- matched[group, column]
    if (dataset > 0) {
      row <- get(datasets[dataset])$row[matched[group, column + 1]]
      lines <- c(lines, paste0(group, ",", row))
    }
  }
}
writeLines(lines, arguments[5])
