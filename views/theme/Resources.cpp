#include "views/theme/Resources.h"

#include <QtCore/QDir>
#include <QtCore/QtGlobal>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initialiseResources() {
    Q_INIT_RESOURCE(horocycle);
}

namespace horo::views {

void useResources() {
    static const bool once = (initialiseResources(), true);
    Q_UNUSED(once);
}

}  // namespace horo::views
