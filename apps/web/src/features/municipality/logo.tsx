import { useQuery } from '@tanstack/react-query';
import { publicSettingsQuery } from '../../domain/municipality/queries.ts';

/** The municipality's logo beside its name, if it has one. It loads after the page. */
export function Logo({ slug, className }: { slug: string; className: string | undefined }) {
  const { data } = useQuery(publicSettingsQuery(slug));
  return data?.logo && <img src={data.logo} alt="" className={className} />;
}
