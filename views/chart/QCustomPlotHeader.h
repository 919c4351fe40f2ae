// QCustomPlot's header uses Qt's keywords, which are switched off in every target. Include it only through
// here, and only in .cpp files.
#pragma once

#include <QtCore/QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
