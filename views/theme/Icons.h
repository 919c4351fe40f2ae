// The icon set, coloured by the theme at the moment of painting.
#pragma once

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QIcon>

#include "views/theme/Tokens.h"

class QPainter;
class QRectF;

namespace horo::views {

/// The icon `resources/icons/<name>.svg`: T2 at rest, T1 hovered, accent when on, T4 disabled. It follows
/// a change of theme by itself. Null, with a warning, for a name that does not exist.
QIcon icon(const QString& name);
/// The same with another colour at rest, for example OnAccent on a primary button.
QIcon icon(const QString& name, Token rest);

/// Draws an icon in one colour.
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour);

/// The mark of the program in the colours of the theme.
void paintLogo(QPainter& painter, const QRectF& rect);
/// The icon of windows and desktop entries.
QIcon applicationIcon();

/// Names of all icons, sorted.
QStringList iconNames();

}  // namespace horo::views
