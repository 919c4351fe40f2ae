#include "views/theme/WorkbenchStyle.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>

#include "views/theme/Shapes.h"
#include "views/theme/StyleParts.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

template <class Option>
const Option& as(const QStyleOption* option) {
    return *static_cast<const Option*>(option);
}

// The line edit inside a spin box or a combo box: the outer widget already draws the field.
bool isInsideField(const QWidget* widget) {
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

}  // namespace

WorkbenchStyle::WorkbenchStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

QPalette WorkbenchStyle::standardPalette() const {
    return Theme::current().palette();
}

void WorkbenchStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit*>(widget) || qobject_cast<QScrollBar*>(widget) ||
        qobject_cast<QHeaderView*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    const QRect& rect = option->rect;
    switch (element) {
        case PE_PanelMenu:
        case PE_PanelTipLabel:
            painter->fillRect(rect, colour(Token::Raise));
            paintBox(*painter, rect, element == PE_PanelMenu ? 6 : 4, colour(Token::Raise),
                     colour(Token::Line2));
            return;
        case PE_FrameMenu:
        case PE_FrameFocusRect:
        case PE_FrameTabBarBase:
        case PE_FrameDockWidget:
        case PE_FrameStatusBarItem:
        case PE_PanelMenuBar:
        case PE_FrameButtonBevel:
        case PE_IndicatorToolBarSeparator:
        case PE_IndicatorHeaderArrow:
            return;
        case PE_FrameWindow:
        case PE_FrameGroupBox:
            paintBox(*painter, rect, 6, {}, colour(Token::Line));
            return;
        case PE_Frame:
        case PE_FrameTabWidget:
            paintBox(*painter, rect, 0, {}, colour(Token::Line));
            return;
        case PE_PanelLineEdit:
        case PE_FrameLineEdit:
            if (!isInsideField(widget) && as<QStyleOptionFrame>(option).lineWidth > 0)
                parts::fieldGround(*painter, *option, widget);
            return;
        case PE_PanelButtonCommand:
            parts::pushButtonGround(*painter, as<QStyleOptionButton>(option), widget);
            return;
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            parts::checkBox(*painter, *option, false);
            return;
        case PE_IndicatorRadioButton:
            parts::checkBox(*painter, *option, true);
            return;
        case PE_PanelItemViewRow:
            if (qobject_cast<const QAbstractItemView*>(widget))
                parts::rowGround(*painter, as<QStyleOptionViewItem>(option), widget, false);
            return;
        case PE_PanelItemViewItem:
            parts::rowGround(*painter, as<QStyleOptionViewItem>(option), widget, false);
            return;
        case PE_IndicatorBranch:
            parts::branch(*painter, *option);
            return;
        case PE_IndicatorDockWidgetResizeHandle:
            painter->fillRect(rect, colour(Token::Line));
            return;
        case PE_PanelStatusBar:
            painter->fillRect(rect, colour(Token::Win));
            paintEdge(*painter, rect, Qt::TopEdge, colour(Token::Line));
            return;
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WorkbenchStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    switch (element) {
        case CE_MenuItem:
            parts::menuItem(*painter, as<QStyleOptionMenuItem>(option));
            return;
        case CE_MenuBarItem:
            painter->fillRect(option->rect, colour(Token::Win));
            parts::menuBarItem(*painter, as<QStyleOptionMenuItem>(option));
            return;
        case CE_MenuBarEmptyArea:
            painter->fillRect(option->rect, colour(Token::Win));
            return;
        case CE_PushButtonBevel:
            parts::pushButtonGround(*painter, as<QStyleOptionButton>(option), widget);
            return;
        case CE_PushButtonLabel:
            parts::pushButtonLabel(*painter, as<QStyleOptionButton>(option), widget);
            return;
        case CE_ComboBoxLabel:
            parts::comboBoxLabel(*painter, as<QStyleOptionComboBox>(option));
            return;
        case CE_HeaderSection:
            parts::headerSection(*painter, as<QStyleOptionHeader>(option));
            return;
        case CE_HeaderLabel:
            parts::headerLabel(*painter, as<QStyleOptionHeader>(option), *this, widget);
            return;
        case CE_HeaderEmptyArea:
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            paintEdge(*painter, option->rect, Qt::BottomEdge, colour(Token::Line));
            return;
        case CE_TabBarTabShape:
            parts::tab(*painter, as<QStyleOptionTab>(option), isPillTab(widget));
            return;
        case CE_TabBarTabLabel:
            parts::tabLabel(*painter, as<QStyleOptionTab>(option), *this, isPillTab(widget), widget);
            return;
        case CE_DockWidgetTitle:
            parts::dockTitle(*painter, as<QStyleOptionDockWidget>(option), *this, widget);
            return;
        case CE_Splitter:
            painter->fillRect(option->rect, colour(Token::Line));
            return;
        case CE_ProgressBar:
            parts::progressBar(*painter, as<QStyleOptionProgressBar>(option));
            return;
        case CE_RubberBand:
            paintBox(*painter, option->rect, 2, Theme::current().colour(Token::Accent, .05),
                     colour(Token::Accent));
            return;
        case CE_ToolBar:
            painter->fillRect(option->rect, colour(Token::Win));
            return;
        case CE_SizeGrip:
            return;
        case CE_ShapedFrame:
            if (as<QStyleOptionFrame>(option).frameShape == QFrame::HLine ||
                as<QStyleOptionFrame>(option).frameShape == QFrame::VLine) {
                painter->fillRect(option->rect, colour(Token::Line));
                return;
            }
            break;
        default:
            break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void WorkbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                        QPainter* painter, const QWidget* widget) const {
    switch (control) {
        case CC_ToolButton:
            parts::toolButton(*painter, as<QStyleOptionToolButton>(option), widget);
            return;
        case CC_ComboBox:
            if (as<QStyleOptionComboBox>(option).frame) parts::fieldGround(*painter, *option, widget);
            parts::comboBoxChevron(*painter, *option);
            return;
        case CC_SpinBox:
            if (as<QStyleOptionSpinBox>(option).frame) parts::fieldGround(*painter, *option, widget);
            parts::spinBoxArrows(*painter, as<QStyleOptionSpinBox>(option), *this, widget);
            return;
        case CC_ScrollBar:
            parts::scrollBar(*painter, as<QStyleOptionSlider>(option), *this, widget);
            return;
        case CC_Slider:
            parts::slider(*painter, as<QStyleOptionSlider>(option), *this, widget);
            return;
        default:
            QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

}  // namespace horo::views
