import { BarSample, LineSample } from './mark.tsx';
import styles from './chart.module.css';
import type { ChartModel, Who } from './model.ts';

type Props = { model: ChartModel; id: string; isBars: boolean; name: (who: Who) => string };

export const Legend = ({ model: { series }, id, isBars, name }: Props) => (
  <ul className={styles['legend']}>
    {series.map(({ key, who }, index) => (
      <li key={key}>
        {isBars ? <BarSample id={id} series={index} /> : <LineSample series={index} />}
        {name(who)}
      </li>
    ))}
  </ul>
);
