// The same for what is drawn.
#pragma once

#include <QtGui/QtGui>
#include <QtWidgets/QtWidgets>

#include "installer/cmake/precompiled/core.h"
