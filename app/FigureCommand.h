// `horocycle figure SESSION|SOURCE --view NAME --out FILE`: a figure without a window.
#pragma once

#include <QStringList>

namespace horo::app {

/// `arguments` = what follows "figure". Prints errors as one line; returns the exit status of the command
/// line (0 done, 1 input, 2 usage).
int runFigureCommand(const QStringList& arguments);

}  // namespace horo::app
