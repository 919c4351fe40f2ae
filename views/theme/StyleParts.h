// How each family of Qt's widgets is drawn. Used by WorkbenchStyle only.
#pragma once

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionDockWidget;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;
class QWidget;

namespace horo::views::parts {

// Menus
void menuItem(QPainter& painter, const QStyleOptionMenuItem& option);
void menuBarItem(QPainter& painter, const QStyleOptionMenuItem& option);

// Buttons
void pushButtonGround(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
void pushButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
void toolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget);
void checkBox(QPainter& painter, const QStyleOption& option, bool round);

// Fields
void fieldGround(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void comboBoxChevron(QPainter& painter, const QStyleOption& option);
void comboBoxLabel(QPainter& painter, const QStyleOptionComboBox& option);
void spinBoxArrows(QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style,
                   const QWidget* widget);

// Lists, trees and tables
void rowGround(QPainter& painter, const QStyleOptionViewItem& option, const QWidget* widget, bool wholeRow);
void branch(QPainter& painter, const QStyleOption& option);
void headerSection(QPainter& painter, const QStyleOptionHeader& option);
void headerLabel(QPainter& painter, const QStyleOptionHeader& option, const QStyle& style,
                 const QWidget* widget);

// Bars
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QStyle& style,
               const QWidget* widget);
void slider(QPainter& painter, const QStyleOptionSlider& option, const QStyle& style, const QWidget* widget);
void progressBar(QPainter& painter, const QStyleOptionProgressBar& option);

// Frames of the window
void tab(QPainter& painter, const QStyleOptionTab& option, bool pill);
void tabLabel(QPainter& painter, const QStyleOptionTab& option, const QStyle& style, bool pill,
              const QWidget* widget);
void dockTitle(QPainter& painter, const QStyleOptionDockWidget& option, const QStyle& style,
               const QWidget* widget);

}  // namespace horo::views::parts
