// Icons, fonts and themes that are compiled into the library.
#pragma once

namespace horo::views {

/// Makes ":/horocycle/..." readable; cheap to call again. The linker drops resources of a static library
/// that nobody asks for.
void useResources();

}  // namespace horo::views
